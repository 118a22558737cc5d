#include "grader/commands/help.hpp"

namespace grader {
namespace {

Text whole_command() {
    return say(R"(grade: checks your work on the exercises, and says what to do next

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
)");
}

Text check_page() {
    return say(R"(grade check [PATH…]: checks your work, and shows the next step

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
)");
}

Text run_page() {
    return say(R"(grade run EXERCISE|FILE: runs your work live, in real time

  EXERCISE|FILE       an exercise's name, or a file of yours
  --exercises FOLDER  use the exercises in FOLDER in place of awaitlab's own
  --allow-uncontained also where nothing keeps a program from your files
  --lang en|fr        the language (otherwise that of your computer)

  grade run parcel
)");
}

Text list_page() {
    return say(R"(grade list: the exercises there are

  --exercises FOLDER  those in FOLDER in place of awaitlab's own
  --lang en|fr        the language (otherwise that of your computer)
)");
}

Text replay_page() {
    return say(R"(grade replay VERDICT [SUBMISSION]: plays the run behind a failed check again

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
)");
}

Text exercise_page() {
    return say(R"(grade exercise new NAME: writes the skeleton of an exercise of your own
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
)");
}

Text doctor_page() {
    return say(R"(grade doctor: whether this computer has everything that grading needs

  --lang en|fr        the language (otherwise that of your computer)
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
