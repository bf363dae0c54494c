package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.util.List;

/** The members of an object: each has a bit, which is set once it has been seen. */
final class MemberTable {
  private final Utf8NameTable names;
  final SchemaNode[] nodes;

  /** Where the bits stand in {@link ValidationState#seenMembers}. */
  final int firstWord;

  private final long[] required;

  /** The names as they stand in JSON. */
  private final Utf8Name[] quotedNames;

  /**
   * Which member came last after each, and, behind these, which one came first: most likely it will
   * again. Threads may overwrite what others have noted; to be wrong costs time only.
   */
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

  /** What comes before the first member. */
  int beforeFirst() {
    return nodes.length;
  }

  /** Passes a member's name and its colon, and says which one it is; -1 when it is not known. */
  int readName(int before, JsonScanner in, StringToken text) {
    int likely = likelyNext[before];
    if (likely < quotedNames.length && in.consumeIfNext(quotedNames[likely])) {
      in.expect(':');
      return likely;
    }
    int found = in.readName(names, text);
    if (found >= 0) {
      likelyNext[before] = found;
    }
    return found;
  }

  void clear(long[] seen) {
    for (int i = 0; i < required.length; i++) {
      seen[firstWord + i] = 0;
    }
  }

  /** Notes that a member is there, and says whether it was there already. */
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
