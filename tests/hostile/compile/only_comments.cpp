// Attack: Has no line of code in it.
// Outcome: compile_error

/* Tomorrow, perhaps. */
