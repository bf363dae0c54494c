package dev.callsheet.cli.lsp.request;

import dev.callsheet.cli.lsp.text.DocumentText;
import dev.callsheet.linter.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lints the versions of one document, one after the other. Where an edit is inside of one request,
 * the findings of the others are kept, and that one alone is linted: in a file that holds nothing
 * else but its place, as a list of tasks that nothing is ever wrong with and that begin in the
 * lines that the requests begin in. So its findings have the places that they have in the whole
 * file, and what is worked out of them later as well.
 *
 * <p>The whole file is linted where anything could make a difference to the other requests: another
 * number of lines, another {@code taskUUID} or {@code taskType}, a request that is no JSON any
 * more, a finding that depends on other requests or covers them. What a search for repairs may cost
 * is the one thing that differs: a request that is linted alone has all of it to itself, and may
 * have repairs that were given up on in the whole file.
 *
 * <p>Not safe for use by several threads.
 */
public final class RequestLinter {
  /** Rules of which more than one request decides, or that change what is shown of others. */
  private static final Set<String> OF_WHOLE_FILES =
      Set.of(
          "malformed-json",
          "duplicate-task-uuid",
          "secret-in-request",
          "too-large",
          "internal-error");

  /** Members that decide which other tasks one repeats. */
  private static final Set<String> OF_IDENTITY = Set.of("taskUUID", "taskType");

  /** Findings that are kept keep the text they were found in: not too many of these. */
  private static final int MAX_EDITS = 100;

  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private @Nullable RequestDiagnostics last;

  /** Where the requests of the last version are; null where that is not known. */
  private @Nullable ItemRanges ranges;

  private int edits;

  /** What is wrong with a version. */
  public RequestDiagnostics lint(RequestFile file, KnownSpecs specs) {
    RequestDiagnostics before = last;
    boolean isKnown = before != null && before.specs() == specs;
    if (before != null && isKnown && before.file().text() == file.text()) {
      return before;
    }
    RequestDiagnostics now =
        before != null && isKnown
            ? afterEdit(before, file).orElseGet(() -> whole(file, specs))
            : whole(file, specs);
    last = now;
    return now;
  }

  private RequestDiagnostics whole(RequestFile file, KnownSpecs specs) {
    edits = 0;
    ranges = null;
    return RequestDiagnostics.of(file, specs);
  }

  private Optional<RequestDiagnostics> afterEdit(RequestDiagnostics before, RequestFile file) {
    if (edits >= MAX_EDITS
        || before.failure() != null
        || !before.file().isRequests() // then nothing in it was linted
        || !file.isRequests()
        || before.findings().stream().anyMatch(RequestLinter::isOfWholeFile)) {
      return Optional.empty();
    }
    ItemRanges known = ranges;
    ItemRanges items = known == null ? ItemRanges.of(before.file()) : known;
    TextChange change = TextChange.between(before.file().text().text(), file.text().text());
    int item = items.around(change);
    if (item < 0 || !change.isWithinLine()) {
      return Optional.empty();
    }
    ItemRanges moved = items.after(change, item);
    String isolated = moved.isolated(item, file.text());
    if (isolated == null
        || moved.beginsInLineOf(item + 1, change.start(), file.text())
        || !isSameTask(
            before.file().text().text().substring(items.start(item), items.end(item)),
            file.text().text().substring(moved.start(item), moved.end(item)))) {
      return Optional.empty();
    }
    List<Finding> found = before.specs().findings(file.name(), isolated);
    if (found.stream().anyMatch(RequestLinter::isOfWholeFile)) {
      return Optional.empty();
    }
    edits++;
    ranges = moved;
    return Optional.of(
        new RequestDiagnostics(
            file,
            before.specs(),
            replaced(before, items.start(item), items.end(item), found),
            null));
  }

  private static boolean isOfWholeFile(Finding finding) {
    return OF_WHOLE_FILES.contains(finding.rule());
  }

  /** The findings of a version, with others for those between two offsets. */
  private static List<Finding> replaced(
      RequestDiagnostics before, int start, int end, List<Finding> found) {
    DocumentText text = before.file().text();
    List<Finding> all = new ArrayList<>();
    List<Finding> behind = new ArrayList<>();
    for (Finding finding : before.findings()) {
      int offset = text.offset(finding.location());
      if (offset < start) {
        all.add(finding);
      } else if (offset >= end) {
        behind.add(finding);
      }
    }
    all.addAll(found);
    all.addAll(behind);
    return all;
  }

  /** Whether both are objects in JSON with the same UUID and type, of which repeats depend. */
  private static boolean isSameTask(String before, String after) {
    try {
      JsonNode now = STRICT.readTree(after);
      JsonNode earlier = STRICT.readTree(before);
      return now.isObject()
          && OF_IDENTITY.stream().allMatch(name -> now.path(name).equals(earlier.path(name)));
    } catch (JacksonException notJson) {
      return false;
    }
  }
}
