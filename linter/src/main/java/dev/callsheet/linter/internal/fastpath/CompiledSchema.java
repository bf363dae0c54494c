package dev.callsheet.linter.internal.fastpath;

/**
 * A model compiled for one pass over a request: a tree of {@link SchemaNode}s, one for each place
 * of the model, and the size of the {@link ValidationState} that a pass needs.
 *
 * <p>A node knows which values its place allows, and has observers that record what the rules ask:
 * <em>facts</em>, one bit each, such as "is provided" or "matches this fragment", and sums and
 * counts from which further facts are computed. The node at which a rule's scope begins has the
 * rules of this scope; when the value of that node has ended, all facts are known, and the rules
 * are tested by {@linkplain BitmaskRules masks}. So a request is read once, and nothing of it is
 * kept but the bits, sums and counts.
 *
 * <p>Compiling is done once for a model and takes some milliseconds; the schema is immutable but
 * for guesses in {@link MemberTable}, and may be used by any number of threads, each with a state
 * of its own.
 */
final class CompiledSchema {
  /** By which no request is valid for certain. */
  static final CompiledSchema OF_NOTHING = new CompiledSchema(new SchemaNode(), false, 0, 0, 0, 0);

  final SchemaNode request;

  /** Whether a task has a UUID and a kind. */
  final boolean hasTaskUuid;

  private final int seenWords;
  private final int factWords;
  private final int accumulators;
  private final int placeholderLists;

  CompiledSchema(
      SchemaNode request,
      boolean hasTaskUuid,
      int seenWords,
      int factWords,
      int accumulators,
      int placeholderLists) {
    this.request = request;
    this.hasTaskUuid = hasTaskUuid;
    this.seenWords = seenWords;
    this.factWords = factWords;
    this.accumulators = accumulators;
    this.placeholderLists = placeholderLists;
  }

  ValidationState newState() {
    return new ValidationState(seenWords, factWords, accumulators, placeholderLists);
  }
}
