package dev.callsheet.linter.internal.taskuuid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FirstUseTableTest {
  @Test
  void findsTheFirstUse_asAMapDoes() {
    FirstUseTable table = new FirstUseTable(1 << 20);
    Map<UUID, Integer> expected = new HashMap<>();
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      UUID uuid = new UUID(random.nextInt(300), random.nextInt(300));
      int use =
          table.findOrAdd(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits(), i, -i);
      Integer first = expected.putIfAbsent(uuid, i);
      assertThat(use >= 0).isEqualTo(first != null);
      if (first != null) {
        assertThat(table.place(use)).isEqualTo((long) first);
        assertThat(table.item(use)).isEqualTo(-first);
      }
    }
    assertThat(table.omitted()).isZero();
  }

  @Test
  void whenItIsFull_laterUuidsAreComparedWithThoseItHas_andCounted() {
    FirstUseTable table = new FirstUseTable(2);
    assertThat(table.findOrAdd(1, 1, 0, 0)).isNegative();
    assertThat(table.findOrAdd(2, 2, 0, 0)).isNegative();
    assertThat(table.findOrAdd(3, 3, 0, 0)).isNegative();
    assertThat(table.findOrAdd(1, 1, 0, 0)).isZero();
    assertThat(table.findOrAdd(3, 3, 0, 0)).isNegative();
    assertThat(table.omitted()).isEqualTo(2);
  }

  @Test
  void uuidsThatDifferInFewBits_doNotCollide() {
    FirstUseTable table = new FirstUseTable(1 << 20);
    long start = System.nanoTime();
    for (long i = 0; i < 200_000; i++) {
      table.findOrAdd(0x4000, i << 46, 0, 0);
    }
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L); // quadratic takes minutes
  }
}
