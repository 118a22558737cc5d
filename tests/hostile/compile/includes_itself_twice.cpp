// Attack: Includes itself, twice at every level.
// Outcome: compile_error | compile_limit

#include __FILE__
#include __FILE__
