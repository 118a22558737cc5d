#include "grader/child/driver.hpp"

#include <cstdio>
#include <cstdlib>

namespace child {

std::string Arguments::text(const std::string& name) const {
    for (const auto& [known, value] : values_) {
        if (known == name) return value;
    }
    return {};
}

int Arguments::number(const std::string& name) const { return std::atoi(text(name).c_str()); }

aio::Duration Arguments::duration(const std::string& name) const {
    return aio::Duration(std::strtoll(text(name).c_str(), nullptr, 10));
}

std::string seconds(aio::Duration duration) {
    char text[64];
    std::snprintf(text, sizeof text, "%.4g s", std::chrono::duration<double>(duration).count());
    return text;
}

}  // namespace child
