#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace bench {

/// Something measured: a work of the runtime's, or a floor.
struct Measurement {
    const char* name;
    double (*run)(std::uint64_t count);
    std::uint64_t count;
    int rounds;  ///< at most; 1 for what must run in a fresh process
};

/// All of them, in the order in which a round measures them.
const std::vector<Measurement>& measurements();

/// What was measured, a figure a round.
class Figures {
public:
    void add(const std::string& name, double figure) { series_[name].push_back(figure); }
    bool has(const std::string& name) const { return series_.count(name) > 0; }
    double median(const std::string& name) const;

    /// The median of the rounds' ratios: what slows the machine down for a round slows both.
    double ratio(const std::string& name, const std::string& floor) const;

private:
    std::map<std::string, std::vector<double>> series_;
};

/// A row of the table.
struct Target {
    const char* title;
    const char* work;
    double limit;
    const char* floor;  ///< the limit is a multiple of it; null: the limit is in `unit`
    const char* unit;   ///< of the work's figure
};

const std::vector<Target>& targets();

/// Prints the floors, then each target: the limit, what was measured, met or not.
void print_floors(const Figures& figures);
void print_targets(const Figures& figures);

}  // namespace bench
