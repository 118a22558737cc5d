#pragma once

namespace child {

/// In a scenario's process, before anything else: it has its output, its channel and an empty standard input,
/// and no other descriptor. What the submission made before main() it would share with every other scenario.
void close_inherited_descriptors();

}  // namespace child
