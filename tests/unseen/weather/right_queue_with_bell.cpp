// Right: answers and the bell at the end of the budget come through the same queue; the first decides that completes it.
#include "exercises/weather/weather.hpp"

#include <iostream>

using namespace std::chrono_literals;

#include <memory>
#include <variant>

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return server + ": 21 degrees, light wind";
}

namespace {
struct Bell {};
struct Answer {
    std::size_t place;
    std::string text;
};
using Message = std::variant<Bell, Answer>;
using Channel = std::shared_ptr<aio::Queue<Message>>;

aio::Coroutine<> answer(Channel channel, std::size_t place, Server server) {
    auto text = co_await fetch_weather(server.name, server.delay);
    channel->put_nowait(Answer{place, std::move(text)});
}

aio::Coroutine<> ring(Channel channel, aio::Duration when) {
    co_await aio::sleep(when);
    channel->put_nowait(Bell{});
}

struct Staff {
    std::vector<aio::Task<>> people;
    void send_home() {
        for (auto& p : people) p.cancel();
        people.clear();
    }
    ~Staff() { send_home(); }
};
}  // namespace

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    auto channel = std::make_shared<aio::Queue<Message>>();
    Staff staff;
    for (std::size_t i = 0; i < servers.size(); ++i)
        staff.people.push_back(aio::create_task(answer(channel, i, servers[i])));
    staff.people.push_back(aio::create_task(ring(channel, budget)));

    std::vector<std::string> answers(servers.size());
    for (std::size_t open = servers.size(); open > 0; --open) {
        Message message = co_await channel->get();
        if (std::holds_alternative<Bell>(message)) {
            staff.send_home();
            std::cout << "Ding! Too late, " << open << " still open\n";
            co_return std::nullopt;
        }
        Answer& got = std::get<Answer>(message);
        answers[got.place] = std::move(got.text);
    }
    co_return answers;
}
