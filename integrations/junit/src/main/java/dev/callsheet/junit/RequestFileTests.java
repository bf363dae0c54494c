package dev.callsheet.junit;

import dev.callsheet.linter.LintInput;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.finding.LintResult;
import dev.callsheet.linter.report.FindingTextWriter;
import dev.callsheet.linter.session.LintSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/** The requests in one file, as tests. */
record RequestFileTests(Path file, LintSession session) {
  /** A test for every request; one for the whole file if it is not JSON. */
  Stream<DynamicTest> tests() {
    byte[] content = read();
    LintResult result = session.lint(file.toString(), content);
    Map<String, List<Finding>> byRequest = new TreeMap<>(RequestFileTests::compareNaturally);
    if (isLineByLine()) {
      nonBlankLines(content).forEach(line -> byRequest.put("line " + line, new ArrayList<>()));
    } else {
      for (int i = 0; i < result.requests(); i++) {
        byRequest.put(startsList(content) ? "request " + i : "request", new ArrayList<>());
      }
    }
    for (Finding finding : result.findings()) {
      if (session.isFailure(finding)) {
        byRequest.computeIfAbsent(testName(finding), key -> new ArrayList<>()).add(finding);
      }
    }
    return byRequest.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(each.getKey(), () -> assertNoFindings(each.getValue())));
  }

  private static void assertNoFindings(List<Finding> findings) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      new FindingTextWriter(false).write(finding, text.append('\n'));
    }
    if (!findings.isEmpty()) {
      Assertions.fail(text.toString());
    }
  }

  private String testName(Finding finding) {
    if (isLineByLine()) {
      return "line " + finding.location().line();
    }
    if (finding.taskIndex().isPresent()) {
      return "request " + finding.taskIndex().getAsInt();
    }
    return finding.rule().equals("malformed-json") ? "file" : "request";
  }

  private boolean isLineByLine() {
    return LintInput.isJsonLines(file.toString());
  }

  private byte[] read() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean startsList(byte[] content) {
    for (byte b : content) {
      if (b == '[' || b == '{') {
        return b == '[';
      }
    }
    return false;
  }

  /** The numbers of the lines that are not blank, from 1. */
  private static List<Integer> nonBlankLines(byte[] content) {
    List<Integer> lines = new ArrayList<>();
    int line = 1;
    boolean blank = true;
    for (int i = 0; i < content.length; i++) {
      byte b = content[i];
      boolean first = b == '\r' && i + 1 < content.length && content[i + 1] == '\n';
      if ((b == '\n' || b == '\r') && !first) {
        line++;
        blank = true;
      } else if (blank && b > ' ') {
        lines.add(line);
        blank = false;
      }
    }
    return lines;
  }

  /** Compares names that end in a number by that number: 9 comes before 10. */
  private static int compareNaturally(String one, String other) {
    int byLength = Integer.compare(one.length(), other.length());
    return byLength != 0 ? byLength : one.compareTo(other);
  }
}
