package dev.callsheet.linter.repair;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ways to mend one finding, worked out when they are first asked for. They follow from what
 * else a finding says, so all remedies are equal.
 */
public final class FixSuggestions {
  /** Of what cannot be mended by editing. */
  public static final FixSuggestions NONE = new FixSuggestions(List::of, false, -1);

  private final Supplier<List<Repair>> supplier;
  private final boolean needsConfirmation;
  private final int taskOffset;
  private @Nullable List<Repair> repairs;

  public FixSuggestions(Supplier<List<Repair>> search, boolean careful, int task) {
    this.taskOffset = task;
    this.supplier = search;
    this.needsConfirmation = careful;
  }

  /**
   * The ways, the best in front: those that are complete before those that need a value of the
   * author's, fewest edits first. After the edits of one, the finding is gone and no error is new.
   */
  public synchronized List<Repair> repairs() {
    if (repairs == null) {
      repairs = List.copyOf(supplier.get());
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
    return "Remedy";
  }
}
