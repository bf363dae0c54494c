package dev.callsheet.spec.source;

/**
 * A position in a file.
 *
 * @param file the file's name as the user gave it
 * @param line counted from 1
 * @param column counted from 1, in Unicode code points
 */
public record SourceLocation(String file, int line, int column)
    implements Comparable<SourceLocation> {
  @Override
  public int compareTo(SourceLocation other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** {@code file:line:column}, the form that terminals and editors make clickable. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
