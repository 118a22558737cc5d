#pragma once

namespace child {

/// The first call in a scenario's process. Afterwards the process has its output, its channel and an empty
/// standard input, and no other descriptor, because scenarios would share descriptors that the submission
/// made before main().
void close_inherited_descriptors();

}  // namespace child
