#include "runtime/io/file_event.hpp"

#include "runtime/errors.hpp"
#include "runtime/loop/loop.hpp"
#include "runtime/loop/outside.hpp"
#include "runtime/loop/outside_wait.hpp"

#include <algorithm>
#include <deque>
#include <system_error>
#include <utility>

namespace aio {

namespace detail {

class FileEventsState final : public HandleOwner {
public:
    /// If `only` is given, other names are ignored.
    void start(const std::filesystem::path& folder, std::string only);
    void close() noexcept;
    bool open() const noexcept { return open_; }

    OutsideWaits& waits() noexcept { return waits_; }
    std::deque<std::string>& names() noexcept { return names_; }

private:
    void loop_ends(uv_handle_t&) noexcept override { close(); }
    void changed(const char* name);

    uv_fs_event_t event_{};
    bool open_ = false;
    std::string only_;
    std::deque<std::string> names_;
    OutsideWaits waits_;
};

void FileEventsState::start(const std::filesystem::path& folder, std::string only) {
    only_ = std::move(only);
    uv_fs_event_init(Loop::current().uv(), &event_);
    opened(event_);
    open_ = true;
    const auto happened = [](uv_fs_event_t* event, const char* name, int, int) {
        owner_of<FileEventsState>(event).changed(name);
    };
    if (const int error = uv_fs_event_start(&event_, happened, folder.c_str(), 0); error != 0) {
        close();
        throw std::system_error(-error, std::generic_category(), "cannot watch '" + folder.string() + "'");
    }
}

void FileEventsState::changed(const char* name) {
    if (name == nullptr || (!only_.empty() && only_ != name)) return;
    if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.emplace_back(name);
    waits_.wake_all();
}

void FileEventsState::close() noexcept {
    if (!std::exchange(open_, false)) return;
    close_handle(event_);
    waits_.wake_all();
}

namespace {

Coroutine<std::string> next(Reference<FileEventsState> events) {
    if (!events->waits().empty()) throw RuntimeError("somebody waits for these file events already");
    while (events->names().empty()) {
        if (!events->open())
            throw RuntimeError("the file events are closed: keep them as long as somebody waits");
        OutsideWait wait(events->waits(), "a file to change");
        co_await wait;
    }
    std::string name = std::move(events->names().front());
    events->names().pop_front();
    co_return name;
}

}  // namespace

}  // namespace detail

FileEvents::FileEvents(const std::filesystem::path& path) : state_(new detail::FileEventsState) {
    if (std::filesystem::is_directory(path)) {
        state_->start(path, {});
    } else {
        const std::filesystem::path whole = std::filesystem::absolute(path);
        state_->start(whole.parent_path(), whole.filename().string());
    }
}

FileEvents::FileEvents(FileEvents&& other) noexcept = default;

FileEvents& FileEvents::operator=(FileEvents&& other) noexcept {
    if (this != &other) {
        if (state_) state_->close();
        state_ = std::move(other.state_);
    }
    return *this;
}

FileEvents::~FileEvents() {
    if (state_) state_->close();
}

Coroutine<std::string> FileEvents::next() { return detail::next(state_); }

}  // namespace aio
