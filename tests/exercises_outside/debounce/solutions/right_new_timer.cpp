// Right: each edit cancels the task that would save the one before it, and begins another one.
#include "exercises/debounce/debounce.hpp"

#include <optional>

namespace {

struct Editor {
    std::optional<std::string> unsaved;
    std::optional<aio::Task<>> timer;

    void save(Disk& disk) {
        if (unsaved) disk.save(*unsaved);
        unsaved.reset();
    }
    void stop() {
        if (timer) timer->cancel();
        timer.reset();
    }
    ~Editor() { stop(); }
};

aio::Coroutine<> save_later(std::shared_ptr<Editor> editor, aio::Duration quiet, Disk& disk) {
    co_await aio::sleep(quiet);
    editor->save(disk);
}

}  // namespace

aio::Coroutine<> autosave(aio::Queue<std::string>& edits, aio::Duration quiet, Disk& disk) {
    const auto editor = std::make_shared<Editor>();
    try {
        for (;;) {
            std::string text = co_await edits.get();
            editor->stop();
            editor->unsaved = std::move(text);
            editor->timer = aio::create_task(save_later(editor, quiet, disk));
        }
    } catch (const aio::QueueShutDown&) {
        editor->stop();
        editor->save(disk);
    } catch (const aio::CancelledError&) {
        editor->stop();
        throw;
    }
}
