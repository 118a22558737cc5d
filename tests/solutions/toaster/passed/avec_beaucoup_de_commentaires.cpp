// Right: Long and careful, with French names, a comment for every step, and std::chrono::steady_clock.

#include "exercises/toaster/toaster.hpp"

#include <iomanip>
#include <iostream>
#include <string>

using namespace std::chrono_literals;

using Horloge = std::chrono::steady_clock;

// La durée de cuisson, la même pour les deux.
const auto duree_de_cuisson = 2s;

// Affiche un titre avant chaque moitié.
void afficher_titre(const std::string& titre) {
    std::cout << std::endl << "--- " << titre << " ---" << std::endl;
}

// Affiche une durée en secondes, avec deux décimales.
void afficher_duree(aio::Duration duree) {
    const double secondes = std::chrono::duration<double>(duree).count();
    std::cout << "Temps : " << std::fixed << std::setprecision(2) << secondes << " s" << std::endl;
}

// Le pain : on annonce, on attend sans bloquer, on annonce.
aio::Coroutine<> toast_bread() {
    std::cout << "Le pain est dans le grille-pain..." << std::endl;
    co_await aio::sleep(duree_de_cuisson);
    std::cout << "Le pain est grillé !" << std::endl;
    co_return;
}

// Le café : exactement pareil.
aio::Coroutine<> brew_coffee() {
    std::cout << "Le café coule..." << std::endl;
    co_await aio::sleep(duree_de_cuisson);
    std::cout << "Le café est prêt !" << std::endl;
    co_return;
}

// Première moitié : le café n'est lancé qu'une fois le pain grillé.
aio::Coroutine<aio::Duration> l_un_apres_l_autre() {
    afficher_titre("L'un après l'autre");
    const Horloge::time_point debut = Horloge::now();
    co_await toast_bread();
    co_await brew_coffee();
    const Horloge::time_point fin = Horloge::now();
    co_return fin - debut;
}

// Seconde moitié : les deux à la fois.
aio::Coroutine<aio::Duration> les_deux_ensemble() {
    afficher_titre("Ensemble");
    const Horloge::time_point debut = Horloge::now();
    co_await aio::gather(toast_bread(), brew_coffee());
    const Horloge::time_point fin = Horloge::now();
    co_return fin - debut;
}

aio::Coroutine<Breakfast> breakfast() {
    Breakfast resultat;
    resultat.one_after_the_other = co_await l_un_apres_l_autre();
    afficher_duree(resultat.one_after_the_other);
    resultat.together = co_await les_deux_ensemble();
    afficher_duree(resultat.together);
    co_return resultat;
}
