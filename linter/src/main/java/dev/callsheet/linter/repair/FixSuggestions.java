package dev.callsheet.linter.repair;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The repairs of one finding, searched for when they are first asked for. What else a finding holds
 * decides what they are; so any two suggestions are equal, and findings are compared without a
 * search. Safe for use by several threads.
 */
public final class FixSuggestions {
  /** Of what cannot be mended by editing. */
  public static final FixSuggestions NONE = new FixSuggestions(List::of, false, -1);

  private final boolean needsConfirmation;
  private final int taskOffset;
  private @Nullable Supplier<List<Repair>> search;
  private List<Repair> repairs = List.of();

  /**
   * Made without the work of it.
   *
   * @param search finds the repairs, the best in front; called once at most
   * @param needsConfirmation whether none of them may be made without asking
   * @param taskOffset where the task begins in the text at hand, in {@code char}s; -1 for none
   */
  public FixSuggestions(Supplier<List<Repair>> search, boolean needsConfirmation, int taskOffset) {
    this.search = search;
    this.needsConfirmation = needsConfirmation;
    this.taskOffset = taskOffset;
  }

  /**
   * The ways, the best in front: those that are complete before those that need a value of the
   * author's, fewest edits first. After the edits of one, the finding is gone and no error is new.
   */
  public synchronized List<Repair> repairs() {
    if (search != null) {
      repairs = List.copyOf(search.get());
      search = null; // it holds the task
    }
    return repairs;
  }

  /** Where the task begins in the text at hand, in {@code char}s; -1 where there is no task. */
  public int taskOffset() {
    return taskOffset;
  }

  /**
   * The repair that may be made without asking: the only one there is, if it is complete and takes
   * out nothing that the author has written or made. None for a warning, and none for a secret,
   * which may stand nowhere else.
   */
  public @Nullable Repair unambiguousRepair() {
    if (needsConfirmation) {
      return null;
    }
    List<Repair> all = repairs();
    Repair only = all.size() == 1 ? all.get(0) : null;
    return only != null && only.isApplicable() && !only.removesUserContent() ? only : null;
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
