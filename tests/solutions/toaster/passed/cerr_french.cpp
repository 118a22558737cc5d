// Right: all words are French and go to standard error.
#include "exercises/toaster/toaster.hpp"

#include <iostream>

using namespace std::chrono_literals;

namespace {
void dire(const char* quoi) { std::cerr << quoi << '\n'; }
}  // namespace

aio::Coroutine<> toast_bread() {
    dire("Le pain est dans le grille-pain");
    co_await aio::sleep(2'000ms);
    dire("Le pain est prêt");
}

aio::Coroutine<> brew_coffee() {
    dire("Le café coule");
    co_await aio::sleep(2'000ms);
    dire("Le café est prêt");
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast mesure;
    auto debut = aio::now();
    co_await toast_bread();  // d'abord le pain
    co_await brew_coffee();  // puis le café
    mesure.one_after_the_other = aio::now() - debut;

    auto pain = toast_bread();
    auto cafe = brew_coffee();  // rien n'a encore commencé
    debut = aio::now();
    co_await aio::gather(pain, cafe);
    mesure.together = aio::now() - debut;
    co_return mesure;
}
