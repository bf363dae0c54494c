package dev.callsheet.spec.repair;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ways to mend one finding, worked out when they are first asked for. They follow from what
 * else a finding says, so all remedies are equal.
 */
public final class Remedy {
  /** Of what cannot be mended by editing. */
  public static final Remedy NONE = new Remedy(List::of, false, -1);

  private final Supplier<List<Repair>> search;
  private final boolean careful;
  private final int task;
  private @Nullable List<Repair> found;

  Remedy(Supplier<List<Repair>> search, boolean careful, int task) {
    this.task = task;
    this.search = search;
    this.careful = careful;
  }

  /**
   * The ways, the best in front: those that are complete before those that need a value of the
   * author's, fewest edits first. After the edits of one, the finding is gone and no error is new.
   */
  public synchronized List<Repair> repairs() {
    if (found == null) {
      found = List.copyOf(search.get());
    }
    return found;
  }

  /** Where the task begins in the text at hand, in {@code char}s; -1 where there is no task. */
  public int task() {
    return task;
  }

  /**
   * The repair that may be made without asking: the only one there is, if it is complete and takes
   * out nothing that the author has written or made. None for a warning, and none for a secret,
   * which may stand nowhere else.
   */
  public @Nullable Repair unambiguous() {
    if (careful) {
      return null;
    }
    List<Repair> all = repairs();
    Repair only = all.size() == 1 ? all.get(0) : null;
    return only != null && only.isApplicable() && !only.losesMaterial() ? only : null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Remedy;
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
