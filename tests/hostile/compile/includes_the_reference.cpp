// Attack: Looks for the model solution next to the headers it may see, and hands that in.
// Outcome: compile_error
// Modes: bubblewrap landlock
//
// With rlimits alone the compiler sees the whole machine, and what it sees it quotes.

#if __has_include("exercises/../../../../../reference/toaster.cpp")
#include "exercises/../../../../../reference/toaster.cpp"
#elif __has_include("exercises/../../../../../../reference/toaster.cpp")
#include "exercises/../../../../../../reference/toaster.cpp"
#elif __has_include("exercises/../../../../../../../reference/toaster.cpp")
#include "exercises/../../../../../../../reference/toaster.cpp"
#else
#error "it is not to be seen"
#endif
