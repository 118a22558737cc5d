#pragma once

/// Sends a descriptor on a stream socket, with one byte beside it: unix(7), SCM_RIGHTS. False when the other
/// end does not take it. Both functions use nothing of the C++ library, because `enter` is linked without it.
bool send_descriptor(int socket, int descriptor);

/// Waits for the descriptor that comes on this socket, and closes the socket. -1 when none comes.
int receive_descriptor(int socket);
