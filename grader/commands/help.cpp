#include "grader/commands/help.hpp"

namespace grader {
namespace {

Text whole_command() {
    return Text(R"(grade: checks your work on the exercises, and says what to do next

  grade check NAME        check your work on an exercise, or a file, or a folder
  grade run NAME          run it live, in real time, and see what it prints
  grade replay FILE       play the run behind a failed check again
  grade list              which exercises there are
  grade exercise          write an exercise of your own
  grade doctor            what this computer has of all that grading needs

  grade check --help      all that a command can do (the same for the others)
  --lang en|fr            the language (otherwise that of your computer)
  --version               which version this is

The command ends with 0 if everything passed, 1 if something did not, 2 if it
was not understood, 3 if the grader itself is at fault.
)",
                R"(grade : vérifie vos exercices, et dit quoi faire ensuite

  grade check NOM         vérifier un exercice, un fichier ou un dossier
  grade run NOM           l'exécuter en direct, et voir ce qu'il affiche
  grade replay FICHIER    rejouer ce qui a fait échouer un critère
  grade list              les exercices qui existent
  grade exercise          écrire un exercice à vous
  grade doctor            si cet ordinateur a tout ce qu'il faut pour noter

  grade check --help      tout ce que fait une commande (de même les autres)
  --lang en|fr            la langue (sinon, celle de votre ordinateur)
  --version               la version

La commande se termine par 0 si tout est réussi, 1 si quelque chose ne l'est
pas, 2 si elle n'a pas été comprise, 3 si le correcteur lui-même est en faute.
)");
}

Text check_page() {
    return Text(R"(grade check [PATH…]: checks your work, and shows the next step

  PATH                an exercise's name, a file or a folder; without one, all
                      the exercises in exercises/
  --exercise NAME     which exercise it is, when the file's name does not say
  --exercises FOLDER  use the exercises in FOLDER in place of awaitlab's own
  --json FILE         also write the result to FILE, for a program to read
  --json -            the same to standard output; what you read then goes to
                      standard error
  --seed N            try other orders and inputs; the same number gives the
                      same result
  --allow-uncontained grade also where nothing keeps a program from your files;
                      only for code that you trust
  --lang en|fr        the language (otherwise that of your computer)

  grade check parcel
  grade check my_parcel.cpp --exercise parcel
)",
                R"(grade check [CHEMIN…] : vérifie votre travail, et montre la prochaine étape

  CHEMIN              le nom d'un exercice, un fichier ou un dossier ; sans lui,
                      tous les exercices de exercises/
  --exercise NOM      de quel exercice il s'agit, quand le nom du fichier ne le
                      dit pas
  --exercises DOSSIER prendre les exercices de DOSSIER, non ceux d'awaitlab
  --json FICHIER      écrire aussi le résultat dans FICHIER, pour un programme
  --json -            de même sur la sortie standard ; ce que vous lisez va
                      alors sur la sortie d'erreur
  --seed N            essayer d'autres ordres et d'autres données ; le même
                      nombre donne le même résultat
  --allow-uncontained noter même là où rien ne tient un programme à l'écart de
                      vos fichiers ; seulement pour du code de confiance
  --lang en|fr        la langue (sinon, celle de votre ordinateur)

  grade check parcel
  grade check mon_colis.cpp --exercise parcel
)");
}

Text run_page() {
    return Text(R"(grade run EXERCISE|FILE: runs your work live, in real time

  EXERCISE|FILE       an exercise's name, or a file of yours
  --exercises FOLDER  use the exercises in FOLDER in place of awaitlab's own
  --allow-uncontained also where nothing keeps a program from your files
  --lang en|fr        the language (otherwise that of your computer)

  grade run parcel
)",
                R"(grade run EXERCICE|FICHIER : exécute votre travail en direct, en temps réel

  EXERCICE|FICHIER    le nom d'un exercice, ou un fichier à vous
  --exercises DOSSIER prendre les exercices de DOSSIER, non ceux d'awaitlab
  --allow-uncontained même là où rien ne tient un programme à l'écart de vos
                      fichiers
  --lang en|fr        la langue (sinon, celle de votre ordinateur)

  grade run parcel
)");
}

Text list_page() {
    return Text(R"(grade list: the exercises there are

  --exercises FOLDER  those in FOLDER in place of awaitlab's own
  --lang en|fr        the language (otherwise that of your computer)
)",
                R"(grade list : les exercices qui existent

  --exercises DOSSIER ceux de DOSSIER au lieu de ceux d'awaitlab
  --lang en|fr        la langue (sinon, celle de votre ordinateur)
)");
}

Text replay_page() {
    return Text(R"(grade replay VERDICT [SUBMISSION]: plays the run behind a failed check again

  VERDICT             a file that grade check --json wrote
  SUBMISSION          the file that it is about, where it is neither beside the
                      verdict nor in the exercises
  --check ID          which check; without it, the first that did not pass
  --live              also shows what was printed, at the moment it was
  --exercises FOLDER  exercises of somebody's own
  --allow-uncontained also where nothing keeps a program from your files
  --lang en|fr        the language of complaints (otherwise that of your
                      computer); the rest is in the verdict's own

  grade check parcel --json verdict.json
  grade replay verdict.json

Ends with 0 if it is the same run again, byte for byte, and with 1 if not.
)",
                R"(grade replay VERDICT [COPIE] : rejoue ce qui a fait échouer un critère

  VERDICT             un fichier écrit par grade check --json
  COPIE               le fichier dont il parle, quand il n'est ni à côté du
                      verdict ni dans les exercices
  --check ID          quel critère ; sans cela, le premier qui n'est pas réussi
  --live              montre aussi ce qui a été affiché, au moment où ce le fut
  --exercises DOSSIER des exercices à soi
  --allow-uncontained même là où rien ne tient un programme à l'écart de vos
                      fichiers
  --lang en|fr        la langue des plaintes (sinon, celle de votre
                      ordinateur) ; le reste est dans celle du verdict

  grade check parcel --json verdict.json
  grade replay verdict.json

Se termine par 0 si c'est la même exécution, à l'octet près, et par 1 sinon.
)");
}

Text exercise_page() {
    return Text(R"(grade exercise new NAME: writes the skeleton of an exercise of your own
grade exercise check [FOLDER]: whether an exercise holds together

  NAME                a folder of that name is made, with four files to change;
                      nothing is ever overwritten
  FOLDER              an exercise's folder, or one with several in it; without
                      one, awaitlab's own exercises. The stub must be unsolved,
                      the reference must have full marks, both languages must
                      be there, and every criterion must be one that can fail:
                      mistakes are made in the reference until one loses it
  --allow-uncontained also where nothing keeps a program from your files
  --lang en|fr        the language (otherwise that of your computer)

  grade exercise new parcel
  grade exercise check parcel
  grade check --exercises parcel submissions/
)",
                R"(grade exercise new NOM : écrit le squelette d'un exercice à vous
grade exercise check [DOSSIER] : si un exercice tient debout

  NOM                 un dossier de ce nom est créé, avec quatre fichiers à
                      changer ; rien n'est jamais écrasé
  DOSSIER             le dossier d'un exercice, ou de plusieurs ; sans lui, les
                      exercices d'awaitlab. L'ébauche ne doit pas être résolue,
                      la solution doit avoir tous les points, les deux langues
                      doivent y être, et chaque critère doit pouvoir échouer :
                      des erreurs sont mises dans la solution jusqu'à ce
                      qu'une d'elles le fasse perdre
  --allow-uncontained même là où rien ne tient un programme à l'écart de vos
                      fichiers
  --lang en|fr        la langue (sinon, celle de votre ordinateur)

  grade exercise new colis
  grade exercise check colis
  grade check --exercises colis copies/
)");
}

Text doctor_page() {
    return Text(R"(grade doctor: whether this computer has everything that grading needs

  --lang en|fr        the language (otherwise that of your computer)
)",
                R"(grade doctor : si cet ordinateur a tout ce qu'il faut pour noter

  --lang en|fr        la langue (sinon, celle de votre ordinateur)
)");
}

}  // namespace

Text help(std::string_view command) {
    if (command == "check") {
        return check_page();
    }
    if (command == "run") {
        return run_page();
    }
    if (command == "replay") {
        return replay_page();
    }
    if (command == "list") {
        return list_page();
    }
    if (command == "exercise") {
        return exercise_page();
    }
    return command == "doctor" ? doctor_page() : whole_command();
}

}  // namespace grader
