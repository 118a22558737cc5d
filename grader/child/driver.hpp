#pragma once

#include "runtime/aio.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace child {

/// The arguments of one call, by name; each is a text on the way here. A name that is not there gives 0 or
/// "".
class Arguments {
public:
    explicit Arguments(std::vector<std::pair<std::string, std::string>> values)
        : values_(std::move(values)) {}

    std::string text(const std::string& name) const;
    int number(const std::string& name) const;
    aio::Duration duration(const std::string& name) const;  ///< given in whole nanoseconds

private:
    std::vector<std::pair<std::string, std::string>> values_;
};

/// What a call gave back, by name.
class Results {
public:
    void add(std::string name, std::string value) { values_.emplace_back(std::move(name), std::move(value)); }
    void add(std::string name, aio::Duration value) { add(std::move(name), std::to_string(value.count())); }
    const std::vector<std::pair<std::string, std::string>>& values() const { return values_; }

private:
    std::vector<std::pair<std::string, std::string>> values_;
};

/// Calls one of the exercise's functions, as a script says. One file an exercise defines it: NAME_driver.cpp.
/// `results` outlives the coroutine.
aio::Coroutine<> perform(std::string function, Arguments arguments, Results& results);

/// For `grade run`: the exercise's standard case, told on standard output.
aio::Coroutine<> perform_live();

/// A duration as a person reads it: "1.5 s".
std::string seconds(aio::Duration duration);

}  // namespace child
