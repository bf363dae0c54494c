package dev.callsheet.runtime.internal.regex;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Code points by what a program can distinguish: two that belong to the same of its sets are one
 * symbol. Symbols are counted from 0; the end of the text is one more.
 */
final class Alphabet {
  private static final int ASCII = 128;

  /** Where runs of code points begin that are one symbol; the first is 0. */
  private final int[] starts;

  /** The symbol of each run. */
  private final int[] symbols;

  private final int[] asciiSymbols = new int[ASCII];

  /** A code point of each symbol. */
  private final int[] examples;

  /** Tells apart what belongs to different ones of these sets. */
  Alphabet(List<CodePointSet> sets) {
    this.starts =
        IntStream.concat(
                IntStream.of(0), sets.stream().flatMapToInt(set -> Arrays.stream(set.bounds())))
            .filter(bound -> bound <= Character.MAX_CODE_POINT)
            .sorted()
            .distinct()
            .toArray();
    this.symbols = new int[starts.length];
    int names = 1;
    for (CodePointSet set : sets) {
      names = separate(set, names);
    }
    this.examples = renumberSymbols();
    for (int c = 0; c < ASCII; c++) {
      asciiSymbols[c] = symbolOfRun(c);
    }
  }

  /**
   * Gives the runs in a set new symbols, those of one symbol the same.
   *
   * @param used the number of the first symbol that is free
   * @return the number of the first one that still is
   */
  private int separate(CodePointSet set, int used) {
    Map<Integer, Integer> renamed = new HashMap<>();
    int[] bounds = set.bounds();
    for (int i = 0; i < bounds.length; i += 2) {
      int run = Arrays.binarySearch(starts, bounds[i]);
      for (; run < starts.length && starts[run] < bounds[i + 1]; run++) {
        symbols[run] = renamed.computeIfAbsent(symbols[run], old -> used + renamed.size());
      }
    }
    return used + renamed.size();
  }

  /** Leaves out symbols that no run has any more; a code point for each of the others. */
  private int[] renumberSymbols() {
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] firsts = new int[starts.length];
    for (int run = 0; run < starts.length; run++) {
      Integer number = numbers.putIfAbsent(symbols[run], numbers.size());
      if (number == null) {
        number = numbers.size() - 1;
        firsts[number] = starts[run];
      }
      symbols[run] = number;
    }
    return Arrays.copyOf(firsts, numbers.size());
  }

  /** The symbol of the end of the text, which is the number of all others. */
  int end() {
    return examples.length;
  }

  /** A code point of a symbol. */
  int example(int symbol) {
    return examples[symbol];
  }

  /** The symbol of a code point. */
  int symbol(int codePoint) {
    return codePoint < ASCII ? asciiSymbols[codePoint] : symbolOfRun(codePoint);
  }

  private int symbolOfRun(int codePoint) {
    int found = Arrays.binarySearch(starts, codePoint);
    return symbols[found >= 0 ? found : -found - 2];
  }
}
