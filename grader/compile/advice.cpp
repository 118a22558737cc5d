#include "grader/compile/advice.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace grader {

namespace {

struct Advice {
    std::string_view said;  // by clang or g++, somewhere in the message
    const char* english;
    const char* french;
};

constexpr Advice known[] = {
    {"cannot be a coroutine", "A function that uses co_await or co_return must return aio::Coroutine<…>.",
     "Une fonction qui utilise co_await ou co_return doit renvoyer aio::Coroutine<…>."},
    {"unable to find the promise type",
     "A function that uses co_await or co_return must return aio::Coroutine<…>.",
     "Une fonction qui utilise co_await ou co_return doit renvoyer aio::Coroutine<…>."},
    {"return statement not allowed in coroutine", "In a coroutine, write co_return instead of return.",
     "Dans une coroutine, écrivez co_return au lieu de return."},
    {"to 'Duration'", "A duration needs its unit: 2s, 500ms, or a variable of type aio::Duration.",
     "Une durée a besoin de son unité : 2s, 500ms, ou une variable de type aio::Duration."},
    {"function for call to 'sleep",
     "A duration needs its unit: 2s, 500ms, or a variable of type aio::Duration.",
     "Une durée a besoin de son unité : 2s, 500ms, ou une variable de type aio::Duration."},
    {"literal operator", "For 2s and 500ms the file needs: using namespace std::chrono_literals;",
     "Pour 2s et 500ms, il faut dans le fichier : using namespace std::chrono_literals;"},
    {"non-void function does not return",
     "A function that returns aio::Coroutine needs a co_await or co_return; did you forget co_await?",
     "Une fonction qui renvoie aio::Coroutine a besoin de co_await ou co_return ; avez-vous oublié co_await "
     "?"},
    {"'as_task'", "gather takes coroutines, not functions: write toast_bread(), with its parentheses.",
     "gather prend des coroutines, pas des fonctions : écrivez toast_bread(), avec ses parenthèses."},
    {"'aio::Semaphore'", "A semaphore cannot be copied: pass it by reference, aio::Semaphore& slots.",
     "Un sémaphore ne se copie pas : passez-le par référence, aio::Semaphore& slots."},
    {"'Coroutine<", "A coroutine gives its value only when it is awaited: write co_await before the call.",
     "Une coroutine ne donne sa valeur que si on l'attend : écrivez co_await devant l'appel."},
    {"'Timeout<", "aio::timeout(…) gives its value only when it is awaited: write co_await before it.",
     "aio::timeout(…) ne donne sa valeur que si on l'attend : écrivez co_await devant."},
    {"'Gather", "aio::gather(…) gives its values only when it is awaited: write co_await before it.",
     "aio::gather(…) ne donne ses valeurs que si on l'attend : écrivez co_await devant."},
    {"expected ';'", "A semicolon is missing where the mark stands.",
     "Il manque un point-virgule à l'endroit marqué."},
    {"expected '}'", "A brace that was opened is never closed.",
     "Une accolade ouverte n'est jamais refermée."},
    {"undeclared identifier",
     "This name is not known here: check its spelling, and that it stands further up.",
     "Ce nom n'est pas connu ici : vérifiez son orthographe, et qu'il est écrit plus haut."},
};

/// [[nodiscard]] says on every coroutine and awaitable of aio that it wants to be awaited.
Text forgotten_await(const std::vector<Diagnostic>& diagnostics) {
    for (const Diagnostic& one : diagnostics) {
        if (one.message.find("write co_await before") == std::string::npos) continue;
        return say("Line {0}: this is never awaited, so it does nothing. Write co_await before it.",
                   "Ligne {0} : personne ne l'attend, donc il ne se passe rien. Écrivez co_await devant.",
                   one.line);
    }
    return {};
}

}  // namespace

Text advice_on(const std::vector<Diagnostic>& diagnostics) {
    const auto first = std::ranges::find(diagnostics, Severity::error, &Diagnostic::severity);
    if (first == diagnostics.end()) return forgotten_await(diagnostics);
    for (const Advice& advice : known) {
        if (first->message.find(advice.said) != std::string::npos) return {advice.english, advice.french};
    }
    return {};
}

}  // namespace grader
