package dev.callsheet.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A process that validates a file line by line.
 *
 * @param command what to run
 * @param findingPattern how a line of its output begins that reports a wrong one, with the number
 *     of that line as the first group
 */
record LineValidatorCommand(BenchmarkCommand command, Pattern findingPattern) {
  /** Which lines it has found wrong. */
  TreeSet<Integer> invalidLines() throws IOException {
    TreeSet<Integer> wrong = new TreeSet<>();
    try (Stream<String> lines = Files.lines(command.output())) {
      lines
          .map(findingPattern::matcher)
          .filter(Matcher::lookingAt)
          .forEach(line -> wrong.add(Integer.valueOf(line.group(1))));
    }
    return wrong;
  }
}
