#pragma once

#include <span>

namespace grader {

/// A file NAME.json of this folder, as it was when the grader was built. CMake writes the list.
struct CatalogueFile {
    const char* name;
    const char* json;
};

extern const std::span<const CatalogueFile> catalogue_files;

}  // namespace grader
