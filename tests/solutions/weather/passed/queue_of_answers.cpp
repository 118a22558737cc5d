// Right: the requests put numbered answers into a queue, and the forecast takes them out until the budget is spent.
#include "exercises/weather/weather.hpp"

#include <iostream>
#include <memory>

struct Answer {
    Answer(std::size_t number, std::string text) : number(number), text(std::move(text)) {}
    std::size_t number;
    std::string text;
};

using Mailbox = std::shared_ptr<aio::Queue<Answer>>;
using Requests = std::vector<aio::Task<>>;

aio::Coroutine<std::string> fetch_weather(std::string server, aio::Duration delay) {
    co_await aio::sleep(delay);
    co_return "It rains at " + server + ".";
}

aio::Coroutine<> request(Mailbox mailbox, std::size_t number, Server server) {
    std::string text = co_await fetch_weather(server.name, server.delay);
    Answer answer(number, text);
    mailbox->put_nowait(std::move(answer));
}

aio::Coroutine<std::vector<std::string>> empty_mailbox(Mailbox mailbox, std::size_t expected) {
    std::vector<std::string> texts(expected);
    for (std::size_t got = 0; got < expected; ++got) {
        Answer answer = co_await mailbox->get();
        texts[answer.number] = answer.text;
    }
    co_return texts;
}

aio::Coroutine<Forecast> forecast(std::vector<Server> servers, aio::Duration budget) {
    Mailbox mailbox = std::make_shared<aio::Queue<Answer>>();
    Requests requests;
    for (std::size_t i = 0; i < servers.size(); ++i) {
        requests.push_back(aio::create_task(request(mailbox, i, servers[i])));
    }
    try {
        std::vector<std::string> texts = co_await aio::timeout(budget, empty_mailbox(mailbox, servers.size()));
        co_return texts;
    } catch (...) {
        for (auto& one : requests) one.cancel();
        try {
            throw;
        } catch (const aio::TimeoutError&) {
            std::cerr << "no more mail today" << std::endl;
        }
    }
    co_return std::nullopt;
}
