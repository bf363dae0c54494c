package dev.callsheet.generator.internal.java.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class PublicApiTest {
  private static final String STEP = "public class Step { public void build() {} }";

  private static PublicApi api(String... sources) {
    return PublicApi.of(ToolProvider.getSystemJavaCompiler(), List.of(sources));
  }

  @Test
  void methodsThatGiveLessThanBeforeAreAllMissing() {
    PublicApi before =
        api("public class Entry { public Step one() { } public Step two() { } }", STEP);
    PublicApi after =
        api(
            "public class Entry { public Other one() { } public Other two() { } }",
            STEP,
            "public class Other {}");
    assertThat(before.membersMissingFrom(after))
        .isEqualTo(Map.of("one()", List.of("Entry"), "two()", List.of("Entry")));
  }

  @Test
  void whatGivesATypeWithTheSameMembersAndMoreIsThere() {
    PublicApi before = api("public class Entry { public Step one() { } }", STEP);
    PublicApi after =
        api(
            "public class Entry { public Wider one() { } }",
            STEP,
            "public class Wider { public void build() {} public Wider more() { } }");
    assertThat(before.membersMissingFrom(after)).isEmpty();
  }

  @Test
  void typesThatGiveEachOtherAreComparedOnce() {
    String[] before = {
      "public class A { public B b() { } }", "public class B { public A a() { } }"
    };
    String[] after = {
      "public class A { public D b() { } }",
      "public class B { public C a() { } }",
      "public class C { public D b() { } }",
      "public class D { public C a() { } }"
    };
    assertThat(api(before).membersMissingFrom(api(after))).isEmpty();
  }

  @Test
  void inheritedMembersAndComponentsAreThere() {
    PublicApi before = api("public class A { public A set(int value) { } }");
    PublicApi after =
        api(
            "public class A extends Setters<A> {}",
            "public abstract class Setters<B> { public B set(@Nullable int value) { } }");
    assertThat(before.membersMissingFrom(after)).isEmpty();
    assertThat(
            api("public record R(int width, int height) {}")
                .membersMissingFrom(api("public record R(int width, long height) {}")))
        .isEqualTo(Map.of("height()", List.of("R")));
  }

  @Test
  void whatNobodyCanNameIsNoPart() {
    PublicApi before =
        api("public class A { int a; void b() {} private void c() {} } class Hidden {}");
    assertThat(before.membersMissingFrom(api("public class A {}"))).isEmpty();
    assertThat(before.typesMissingFrom(api("public class A {}"))).isEmpty();
  }
}
