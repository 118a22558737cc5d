#include "grader/compile/work_folder.hpp"

#include <cerrno>
#include <cstdlib>

namespace grader {

WorkFolder::WorkFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "awaitlab-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), name);
    path_ = name;
}

}  // namespace grader
