package dev.callsheet.spec.lint;

import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.calculus.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lints one file: reads its text, brings its tasks to judgement, and finds the places. */
final class FileLint {
  private final RequestText source;
  private final Decoding decoding;
  private final Dispatch dispatch;
  private final List<Mark> marks = new ArrayList<>();
  private final List<Integer> secretStrings = new ArrayList<>();
  private int requests;

  FileLint(String file, Decoding decoding, Dispatch dispatch) {
    this.source = new RequestText(file, decoding.text());
    this.decoding = decoding;
    this.dispatch = dispatch;
  }

  /** Lints the text as one JSON value. */
  LintResult whole() {
    part(0, source.text().length());
    return result();
  }

  /** Lints every line as a JSON value of its own; empty ones are passed over. */
  LintResult lineByLine() {
    for (int line = 1; line <= source.lines(); line++) {
      int from = source.lineStart(line);
      int to = source.lineEnd(line);
      if (!source.text().substring(from, to).isBlank()) {
        part(from, to);
      }
    }
    return result();
  }

  private void part(int from, int to) {
    Integer fault = decoding.faults().ceiling(from);
    if (fault != null && fault < to) {
      malformed(fault, "the bytes here are not valid " + decoding.charset().name());
      return;
    }
    try {
      tasks(JsonTextReader.read(source, from, to));
    } catch (Malformed e) {
      malformed(e.offset(), e.reason());
    }
  }

  private void malformed(int offset, String reason) {
    marks.add(Mark.ofMalformed(offset, reason));
  }

  private void tasks(JsonText json) {
    List<@Nullable String> models = new ArrayList<>();
    if (json.value().isArray()) {
      for (JsonNode task : json.value().values()) {
        int index = models.size();
        models.add(task("/" + index, task, json.spot().items().get(index)));
      }
    } else {
      models.add(task("", json.value(), json.spot()));
    }
    for (JsonText.Duplicate duplicate : json.duplicates()) {
      int task =
          json.value().isArray() ? Integer.parseInt(duplicate.pointer().split("/", 3)[1]) : 0;
      marks.add(Mark.of(duplicate, models.get(task)));
    }
  }

  /** Judges a task and returns the id of its model, where that is known. */
  private @Nullable String task(String pointer, JsonNode task, Spot spot) {
    requests++;
    Dispatch.Verdict verdict = dispatch.judge(task);
    Set<String> secrets = new HashSet<>();
    for (Place secret : Secrets.in(Place.root(task))) {
      secrets.add(secret.pointer());
      int offset = spot.at(secret.pointer()).value();
      secretStrings.add(offset);
      marks.add(Mark.ofSecret(secret, verdict.model(), pointer, offset));
    }
    for (Violation violation : verdict.violations()) {
      // One mistake, one message; and this one might show the secret.
      if (!secrets.contains(violation.pointer())) {
        marks.add(Mark.of(violation, verdict.model(), pointer, spot));
      }
    }
    return verdict.model();
  }

  private LintResult result() {
    if (marks.isEmpty()) {
      return new LintResult(List.of(), requests);
    }
    Excerpts excerpts = new Excerpts(source, Secrets.covered(source.text(), secretStrings));
    List<Finding> findings =
        marks.stream()
            .sorted(Comparator.comparingInt(Mark::offset))
            .map(mark -> mark.finding(source, excerpts))
            .toList();
    return new LintResult(findings, requests);
  }
}
