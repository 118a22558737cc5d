#include "grader/commands/uncontained.hpp"

namespace grader {

bool is_uncontained(const Containment& containment) { return containment.walls == Containment::Walls::none; }

Text refusal_to_run_uncontained() {
    return {
        "Nothing here can keep a program from your files: bubblewrap makes no box, and the kernel has no "
        "Landlock. "
        "See grade doctor; for code that you trust, add --allow-uncontained.",
        "Rien ici ne peut tenir un programme à l'écart de vos fichiers : bubblewrap ne crée pas de boîte, et "
        "le "
        "noyau n'a pas Landlock. Voir grade doctor ; pour du code de confiance, ajoutez "
        "--allow-uncontained."};
}

Text warning_of_uncontained() {
    return {"What is run here can read and change your files; only system calls and resources are limited.",
            "Ce qui est exécuté ici peut lire et modifier vos fichiers ; seuls les appels système et les "
            "ressources "
            "sont limités."};
}

}  // namespace grader
