#include "grader/commands/commands.hpp"
namespace grader {
int check_exercise(const std::string&, Language, bool) { return 3; }
int new_exercise(const std::string&, Language) { return 3; }
}
