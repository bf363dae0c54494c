package dev.callsheet.spec.lint;

import dev.callsheet.runtime.Violation;
import dev.callsheet.spec.calculus.Place;
import dev.callsheet.spec.lint.scan.Suspects;
import dev.callsheet.spec.repair.Remedies;
import dev.callsheet.spec.repair.Remedy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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

  /** Lints a file. */
  FileLint(String file, Decoding decoding, Dispatch dispatch) {
    this(file, decoding, Origin.OF_FILE, dispatch);
  }

  /** Lints a part of a file. */
  FileLint(String file, Decoding decoding, Origin origin, Dispatch dispatch) {
    this.source = new RequestText(file, decoding.text(), origin);
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
      line(line);
    }
    return result();
  }

  /**
   * Lints those lines that deserve a closer look; of the others it is known that they are right.
   */
  LintResult lines(Suspects suspects) {
    for (int i = 0; i < suspects.count(); i++) {
      line(Math.toIntExact(suspects.index(i)) + 1);
    }
    requests += Math.toIntExact(suspects.right());
    return result();
  }

  /** Lints a line as a JSON value of its own, unless it is empty. */
  void line(int line) {
    int from = source.lineStart(line);
    int to = source.lineEnd(line);
    if (!source.text().substring(from, to).isBlank()) {
      part(from, to);
    }
  }

  /** Lints the task that stands between two offsets and has that pointer. */
  void task(String pointer, int from, int to) {
    try {
      JsonText json = JsonTextReader.read(source, from, to);
      String model = task(pointer, json.value(), json.spot());
      Remedies.Task task = task(pointer, json.spot());
      json.duplicates()
          .forEach(duplicate -> duplicate(duplicate, model, task, duplicate.pointer(), pointer));
    } catch (Malformed e) {
      malformed(e.offset(), e.reason());
    }
  }

  /** Notes that a task is wrong, and too large for more. */
  void tooLarge(String pointer, int offset, long bytes) {
    requests++;
    marks.add(Mark.ofTooLarge(pointer, offset, bytes));
  }

  /** Notes that the file is not JSON from an offset on. */
  void malformed(int offset, String reason) {
    marks.add(Mark.ofMalformed(offset, reason));
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
      if (json.value().isArray()) {
        String[] steps = duplicate.pointer().split("/", 3);
        int index = Integer.parseInt(steps[1]);
        Remedies.Task task = task("/" + index, json.spot().items().get(index));
        duplicate(duplicate, models.get(index), task, "/" + steps[2], "");
      } else {
        duplicate(duplicate, models.get(0), task("", json.spot()), duplicate.pointer(), "");
      }
    }
  }

  private void duplicate(
      JsonText.Duplicate duplicate,
      @Nullable String model,
      Remedies.Task task,
      String inTask,
      String outer) {
    Remedy remedy = dispatch.remedies().ofDuplicate(task, inTask, duplicate.first());
    marks.add(Mark.of(duplicate, model, outer, remedy));
  }

  private Remedies.Task task(String pointer, Spot spot) {
    return new Remedies.Task(source.text(), spot.value(), pointer, source::location);
  }

  /** Judges a task and returns the id of its model, where that is known. */
  private @Nullable String task(String pointer, JsonNode task, Spot spot) {
    requests++;
    Dispatch.Verdict verdict = dispatch.judge(task);
    Remedies.Task place = task(pointer, spot);
    Set<String> secrets = new HashSet<>();
    for (Place secret : Secrets.in(Place.root(task))) {
      secrets.add(secret.pointer());
      int offset = spot.at(secret.pointer()).value();
      secretStrings.add(offset);
      Remedy remedy = dispatch.remedies().ofSecret(place, secret.pointer());
      marks.add(Mark.ofSecret(secret, verdict.model(), pointer, offset, remedy));
    }
    for (Violation violation : verdict.violations()) {
      // One mistake, one message; and this one might show the secret.
      if (!secrets.contains(violation.pointer())) {
        Remedy remedy = dispatch.remedies().of(place, violation);
        marks.add(Mark.of(violation, verdict.model(), pointer, spot, remedy));
      }
    }
    return verdict.model();
  }

  /** What was found so far. */
  LintResult result() {
    List<Finding> findings = new ArrayList<>();
    deliver(findings::add);
    return new LintResult(findings, requests);
  }

  /** Passes on what was found so far, and returns how many tasks there were. */
  int deliver(Consumer<Finding> found) {
    if (!marks.isEmpty()) {
      Excerpts excerpts = new Excerpts(source, Secrets.covered(source.text(), secretStrings));
      marks.sort(Comparator.comparingInt(Mark::offset));
      marks.forEach(mark -> found.accept(mark.finding(source, excerpts)));
    }
    return requests;
  }
}
