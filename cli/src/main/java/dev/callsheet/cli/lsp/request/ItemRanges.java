package dev.callsheet.cli.lsp.request;

import dev.callsheet.cli.lsp.json.PartialJson;
import dev.callsheet.cli.lsp.text.DocumentText;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the requests of a file are that is a list of them or has one in each line.
 *
 * @param starts the offset of each, ascending
 * @param ends one past the end of each
 * @param areLines whether they are lines, and not a list
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and seen by this package alone
record ItemRanges(int[] starts, int[] ends, boolean areLines) {
  /** A task without parameters and without a UUID, with which nothing is wrong. */
  private static final String NOTHING_WRONG = "{\"taskType\":\"ping\"}";

  private static final ItemRanges NONE = new ItemRanges(new int[0], new int[0], false);

  /** Those of a file; none where it is another form of JSON, or none. */
  static ItemRanges of(RequestFile file) {
    DocumentText text = file.text();
    if (text.markLength() > 0) {
      return NONE;
    }
    if (file.hasLines()) {
      int[] starts = new int[text.lineCount()];
      int[] ends = new int[text.lineCount()];
      Arrays.setAll(starts, text::lineStart);
      Arrays.setAll(ends, text::lineEnd);
      return new ItemRanges(starts, ends, true);
    }
    List<PartialJson> values = file.values();
    if (values.size() != 1
        || !(values.get(0) instanceof PartialJson.OfList list)
        || !list.items().stream().allMatch(PartialJson.OfObject.class::isInstance)) {
      return NONE;
    }
    return new ItemRanges(
        list.items().stream().mapToInt(PartialJson::start).toArray(),
        list.items().stream().mapToInt(PartialJson::end).toArray(),
        false);
  }

  int start(int item) {
    return starts[item];
  }

  int end(int item) {
    return ends[item];
  }

  /**
   * The item that all of a change is inside of, between its first and its last character; or -1.
   */
  int around(TextChange change) {
    int found = Arrays.binarySearch(starts, change.start());
    int item = found >= 0 ? -1 : -found - 2;
    int end = change.start() + change.removed().length();
    return item >= 0 && end < ends[item] ? item : -1;
  }

  /** The ranges after a change inside of an item. */
  ItemRanges after(TextChange change, int item) {
    int[] movedStarts = starts.clone();
    int[] movedEnds = ends.clone();
    movedEnds[item] += change.growth();
    for (int each = item + 1; each < starts.length; each++) {
      movedStarts[each] += change.growth();
      movedEnds[each] += change.growth();
    }
    return new ItemRanges(movedStarts, movedEnds, areLines);
  }

  /** Whether there is such an item, and it begins in the line of an offset. */
  boolean beginsInLineOf(int item, int offset, DocumentText text) {
    return item < starts.length && text.lineOf(starts[item]) <= text.lineOf(offset);
  }

  /**
   * A file in which an item is at its place and has its index, and nothing else is looked at; null
   * where there is no room for that.
   */
  @Nullable String isolated(int item, DocumentText text) {
    StringBuilder file = new StringBuilder(areLines ? "" : "[");
    int line = 0;
    int lineStart = 0;
    for (int each = areLines ? item : 0; each <= (areLines ? item : starts.length - 1); each++) {
      for (int wanted = text.lineOf(starts[each]); line < wanted; line++) {
        file.append('\n');
        lineStart = file.length();
      }
      if (each == item) {
        int from = text.lineStart(line);
        int padding = text.text().codePointCount(from, starts[item]) - (file.length() - lineStart);
        if (padding < 0) {
          return null;
        }
        file.append(" ".repeat(padding)).append(text.text(), starts[item], ends[item]);
        line = text.lineOf(ends[item]);
        lineStart = file.lastIndexOf("\n") + 1;
      } else {
        file.append(NOTHING_WRONG);
      }
      file.append(areLines ? "" : each == starts.length - 1 ? "]" : ",");
    }
    return file.toString();
  }
}
