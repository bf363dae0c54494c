package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.util.List;

/** The members of an object: each has a bit, which is set once it has been seen. */
final class Members {
  final NameTable names;
  final Node[] nodes;

  /** Where the bits stand in {@link State#seen}. */
  final int firstWord;

  private final long[] required;

  Members(Shape.Structure structure, Node[] nodes, int firstWord) {
    List<Parameter> parameters = structure.members();
    this.names = new NameTable(parameters.stream().map(Parameter::name).toList());
    this.nodes = nodes;
    this.firstWord = firstWord;
    this.required = new long[words(structure)];
    for (int i = 0; i < nodes.length; i++) {
      if (parameters.get(i).required()) {
        required[i >> 6] |= 1L << i;
      }
    }
  }

  static int words(Shape.Structure structure) {
    return structure.members().size() / 64 + 1;
  }

  void clear(long[] seen) {
    for (int i = 0; i < required.length; i++) {
      seen[firstWord + i] = 0;
    }
  }

  /** Notes that a member is there, and says whether it was there already. */
  boolean isRepeated(int member, long[] seen) {
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
