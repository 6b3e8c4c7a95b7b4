/*
 * main.c - runs a fuzzer without libFuzzer: the inputs in the files given, and so many changed copies of each.
 *
 * main ROUNDS FILE ...
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/unit.h"

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define ROOM 65536

int
main(int argc, char **argv)
{
	static uint8_t input[ROOM];
	static uint8_t changed[ROOM];
	uint64_t	seed = 7;
	long		runs = 0;

	for (int i = 2; i < argc; i++)
	{
		FILE	   *file = fopen(argv[i], "rb");
		size_t		size;

		if (file == NULL)
		{
			perror(argv[i]);
			return 1;
		}
		size = fread(input, 1, ROOM / 2, file);
		fclose(file);
		for (long round = 0; round <= atol(argv[1]); round++, runs++)
		{
			size_t		length = size;

			memcpy(changed, input, size);
			for (uint64_t n = round == 0 ? 0 : 1 + unit_random(&seed) % 4; n > 0 && length > 1; n--)
			{
				size_t		at = 1 + unit_random(&seed) % (length - 1);
				size_t		many = 1 + unit_random(&seed) % 8;

				switch (unit_random(&seed) % 5)
				{
					case 0:
						changed[at] = (uint8_t) unit_random(&seed);
						break;
					case 1:
						changed[at] ^= 1 << unit_random(&seed) % 8;
						break;
					case 2:
						changed[at] = "0123456789.,:;- v[]e"[unit_random(&seed) % 20];
						break;
					case 3:		/* cut out */
						many = many < length - at ? many : length - at;
						memmove(changed + at, changed + at + many, length - at - many);
						length -= many;
						break;
					default:	/* say twice */
						many = many < length - at ? many : length - at;
						memmove(changed + at + many, changed + at, length - at);
						length += many;
				}
			}
			LLVMFuzzerTestOneInput(changed, length);
		}
	}
	printf("%ld runs\n", runs);
	return 0;
}
