package dev.callsheet.spec.lint.scan;

import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.util.List;

/** The members of an object: each has a bit, which is set once it has been seen. */
final class Members {
  private final NameTable names;
  final Node[] nodes;

  /** Where the bits stand in {@link State#seen}. */
  final int firstWord;

  private final long[] required;

  /** The names as they stand in JSON. */
  private final Name[] quoted;

  /**
   * Which member came last after each, and, behind these, which one came first: most likely it will
   * again. Threads may overwrite what others have noted; to be wrong costs time only.
   */
  private final int[] followers;

  Members(Shape.Structure structure, Node[] nodes, int firstWord) {
    List<Parameter> parameters = structure.members();
    this.names = new NameTable(parameters.stream().map(Parameter::name).toList());
    this.nodes = nodes;
    this.firstWord = firstWord;
    this.required = new long[words(structure)];
    this.quoted =
        parameters.stream().map(member -> new Name('"' + member.name() + '"')).toArray(Name[]::new);
    this.followers = new int[nodes.length + 1];
    for (int i = 0; i < nodes.length; i++) {
      if (parameters.get(i).required()) {
        required[i >> 6] |= 1L << i;
      }
    }
  }

  static int words(Shape.Structure structure) {
    return structure.members().size() / 64 + 1;
  }

  /** What comes before the first member. */
  int none() {
    return nodes.length;
  }

  /** Passes a member's name and its colon, and says which one it is; -1 when it is not known. */
  int next(int before, JsonScanner in, Text text) {
    int likely = followers[before];
    if (likely < quoted.length && in.passes(quoted[likely])) {
      in.expect(':');
      return likely;
    }
    int found = in.name(names, text);
    if (found >= 0) {
      followers[before] = found;
    }
    return found;
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
