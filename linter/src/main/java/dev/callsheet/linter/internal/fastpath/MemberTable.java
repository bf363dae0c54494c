package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.util.List;

/**
 * The members of an object: finds a member by its name, and keeps one bit for each member seen, for
 * missing and duplicate ones.
 *
 * <p>Requests of one client name their members in the same order again and again. So the table
 * remembers which member followed each the last time, and compares the next name with that one,
 * quotes included, before it looks the name up: a guess costs one or two comparisons of eight
 * bytes.
 *
 * <p>All threads share the guesses, without synchronization: a race that does no harm. A write of
 * an {@code int} is never torn (JLS 17.7), every value ever written is a valid index, and a guess
 * decides nothing: a wrong one does not equal the bytes, and the name is looked up.
 */
final class MemberTable {
  private final Utf8NameTable names;
  final SchemaNode[] nodes;

  /** The first word of the bits in {@link ValidationState#seenMembers}. */
  final int firstWord;

  private final long[] required;

  /** The names in quotes, as they are written in JSON. */
  private final Utf8Name[] quotedNames;

  /** For each member the one that last followed it; at the end, the one that last came first. */
  private final int[] likelyNext;

  MemberTable(Shape.Structure structure, SchemaNode[] nodes, int firstWord) {
    List<Parameter> parameters = structure.members();
    this.names = new Utf8NameTable(parameters.stream().map(Parameter::name).toList());
    this.nodes = nodes;
    this.firstWord = firstWord;
    this.required = new long[wordCount(structure)];
    this.quotedNames =
        parameters.stream()
            .map(member -> new Utf8Name('"' + member.name() + '"'))
            .toArray(Utf8Name[]::new);
    this.likelyNext = new int[nodes.length + 1];
    for (int i = 0; i < nodes.length; i++) {
      if (parameters.get(i).required()) {
        required[i >> 6] |= 1L << i;
      }
    }
  }

  static int wordCount(Shape.Structure structure) {
    return structure.members().size() / 64 + 1;
  }

  /** The predecessor of the first member. */
  int beforeFirst() {
    return nodes.length;
  }

  /** Reads a member's name and its colon; returns its index, -1 when the name is unknown. */
  int readName(int previous, JsonScanner in, StringToken text) {
    int likely = likelyNext[previous];
    if (likely < quotedNames.length && in.consumeIfNext(quotedNames[likely])) {
      in.expect(':');
      return likely;
    }
    int found = in.readName(names, text);
    if (found >= 0) {
      likelyNext[previous] = found;
    }
    return found;
  }

  void clear(long[] seen) {
    for (int i = 0; i < required.length; i++) {
      seen[firstWord + i] = 0;
    }
  }

  /** Marks a member as seen; returns whether it already was. */
  boolean markSeen(int member, long[] seen) {
    int word = firstWord + (member >> 6);
    long before = seen[word];
    seen[word] = before | 1L << member;
    return seen[word] == before;
  }

  boolean hasRequired(long[] seen) {
    for (int i = 0; i < required.length; i++) {
      if ((seen[firstWord + i] & required[i]) != required[i]) {
        return false;
      }
    }
    return true;
  }
}
