// Right: coffee comes first in both halves, and everything is said with printf.
#include "exercises/toaster/toaster.hpp"

#include <cstdio>

aio::Coroutine<> toast_bread()
{
	printf("bread down\n");
	co_await aio::sleep(std::chrono::seconds(2));
	printf("bread up\n");
}

aio::Coroutine<> brew_coffee()
{
	printf("coffee on\n");
	co_await aio::sleep(std::chrono::seconds(2));
	printf("coffee done\n");
}

aio::Coroutine<Breakfast> breakfast()
{
	const auto t0 = aio::now();
	co_await brew_coffee();
	co_await toast_bread();
	const auto t1 = aio::now();
	co_await aio::gather(brew_coffee(), toast_bread());
	const auto t2 = aio::now();

	Breakfast b;
	b.one_after_the_other = t1 - t0;
	b.together = t2 - t1;
	co_return b;
}
