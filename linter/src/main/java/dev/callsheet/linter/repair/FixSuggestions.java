package dev.callsheet.linter.repair;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The repairs of one finding, searched for when they are first asked for. They are determined by
 * the rest of the finding; so any two suggestions are equal, and findings are compared without a
 * search. Safe for use by several threads.
 */
public final class FixSuggestions {
  /** Of what no edit repairs. */
  public static final FixSuggestions NONE = new FixSuggestions(List::of, false, -1);

  private final Supplier<List<Repair>> search;
  private final boolean needsConfirmation;
  private final int taskOffset;
  private final UnaryOperator<String> cover;
  private @Nullable Found found;

  /** The repairs, as they are made and as they are shown. */
  private record Found(List<Repair> made, List<Repair> shown) {}

  /**
   * Made without the work of it.
   *
   * @param search finds the repairs, the best in front; called once at most
   * @param needsConfirmation whether none of them may be made without asking
   * @param taskOffset where the task begins in the text at hand, in {@code char}s; -1 for none
   */
  public FixSuggestions(Supplier<List<Repair>> search, boolean needsConfirmation, int taskOffset) {
    this(search, needsConfirmation, taskOffset, UnaryOperator.identity());
  }

  private FixSuggestions(
      Supplier<List<Repair>> search,
      boolean needsConfirmation,
      int taskOffset,
      UnaryOperator<String> cover) {
    this.search = search;
    this.needsConfirmation = needsConfirmation;
    this.taskOffset = taskOffset;
    this.cover = cover;
  }

  /**
   * The same, not searched for yet, that show no secret.
   *
   * @param covering covers the secrets in a text
   */
  public FixSuggestions covering(UnaryOperator<String> covering) {
    return new FixSuggestions(search, needsConfirmation, taskOffset, covering);
  }

  /**
   * The ways, the best in front: those that are complete before those that need a value of the
   * author's, fewest edits first. After the edits of one, the finding is gone and no error is new.
   * No secret can be read in them; one whose edits would show a secret is there in words only.
   */
  public List<Repair> repairs() {
    return found().shown();
  }

  private synchronized Found found() {
    if (found == null) {
      List<Repair> made = search();
      found = new Found(made, made.stream().map(repair -> repair.covered(cover)).toList());
    }
    return found;
  }

  private List<Repair> search() {
    try {
      return List.copyOf(search.get());
    } catch (RuntimeException | StackOverflowError e) {
      return List.of(); // the finding is worth more than its repairs
    }
  }

  /** Where the task begins in the text at hand, in {@code char}s; -1 where there is no task. */
  public int taskOffset() {
    return taskOffset;
  }

  /**
   * The repair that may be made without asking: the only one there is, if it is complete and takes
   * out nothing that the author has written or made. None for what is no error, and none for a
   * secret, which may stand nowhere else.
   */
  public @Nullable Repair unambiguousRepair() {
    if (needsConfirmation) {
      return null;
    }
    Found all = found();
    Repair only = all.made().size() == 1 ? all.made().get(0) : null;
    return only != null && only.isApplicable() && !only.removesUserContent()
        ? only.describedAs(all.shown().get(0).description())
        : null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FixSuggestions;
  }

  @Override
  public int hashCode() {
    return 1;
  }

  @Override
  public String toString() {
    return "FixSuggestions";
  }
}
