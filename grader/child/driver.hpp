#pragma once

#include "runtime/aio.hpp"

#include <cstdint>
#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace child {

/// The arguments of one call, by name; they arrive as texts. An unknown name gives 0 or "".
class Arguments {
public:
    explicit Arguments(std::vector<std::pair<std::string, std::string>> values)
        : values_(std::move(values)) {}

    std::string text(const std::string& name) const;
    int number(const std::string& name) const;
    bool truth(const std::string& name) const { return text(name) == "true"; }
    aio::Duration duration(const std::string& name) const;  ///< given in whole nanoseconds

private:
    std::vector<std::pair<std::string, std::string>> values_;
};

/// What a call gave back, by name.
class Results {
public:
    void add(std::string name, std::string value) { values_.emplace_back(std::move(name), std::move(value)); }
    const std::vector<std::pair<std::string, std::string>>& values() const { return values_; }

private:
    std::vector<std::pair<std::string, std::string>> values_;
};

/// Tasks that hold slots of a semaphore for a while. They must end before it is destroyed.
class Holders {
public:
    aio::Coroutine<> take(aio::Semaphore& slots, int count, aio::Duration length);
    /// Gives all slots back at once; takes no virtual time.
    aio::Coroutine<> leave();

private:
    std::vector<aio::Task<>> tasks_;
};

/// Whether a semaphore that no task waits for has all its slots.
aio::Coroutine<bool> all_free(aio::Semaphore& slots, int count);

// A driver, whose source the grader writes (grader/exercise/driver_source), defines these three.

/// Calls one of the exercise's functions, as a script says. `results` outlives the coroutine.
aio::Coroutine<> perform(std::string function, Arguments arguments, Results& results);

/// For `grade run`: plays the exercise's first scenario, and prints its results on standard output.
aio::Coroutine<> perform_live();

/// Whether waits in coroutines of the exercise's header are recorded as waits of the submission.
extern const bool header_waits;

/// Prints the result of a call on standard output.
void tell_result(const std::string& function, const std::string& name, const std::string& value);

/// The text of an error; never empty.
std::string what(const std::exception& error);

}  // namespace child
