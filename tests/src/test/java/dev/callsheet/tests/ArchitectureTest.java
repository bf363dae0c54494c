package dev.callsheet.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "dev.callsheet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule modulesUseOnlyModulesBelow =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("runtime")
          .definedBy("dev.callsheet.runtime..")
          .layer("spec")
          .definedBy("dev.callsheet.spec..")
          .layer("linter")
          .definedBy("dev.callsheet.linter..")
          .layer("generator")
          .definedBy("dev.callsheet.generator..")
          .layer("importer")
          .definedBy("dev.callsheet.importer..")
          .layer("sandbox")
          .definedBy("dev.callsheet.sandbox..")
          .layer("junit")
          .definedBy("dev.callsheet.junit..")
          .layer("journal-postgresql")
          .definedBy("dev.callsheet.journal.postgresql..")
          .layer("spring-boot")
          .definedBy("dev.callsheet.spring..")
          .layer("maven-plugin")
          .definedBy("dev.callsheet.maven..")
          .layer("cli")
          .definedBy("dev.callsheet.cli..")
          .whereLayer("runtime")
          .mayNotAccessAnyLayer()
          .whereLayer("spec")
          .mayOnlyAccessLayers("runtime")
          .whereLayer("linter")
          .mayOnlyAccessLayers("runtime", "spec")
          .whereLayer("generator")
          .mayOnlyAccessLayers("runtime", "spec")
          .whereLayer("importer")
          .mayOnlyAccessLayers("runtime", "spec", "linter")
          .whereLayer("sandbox")
          .mayOnlyAccessLayers("runtime", "spec", "linter")
          .whereLayer("junit")
          .mayOnlyAccessLayers("runtime", "spec", "linter", "sandbox")
          .whereLayer("journal-postgresql")
          .mayOnlyAccessLayers("runtime")
          .whereLayer("spring-boot")
          .mayOnlyAccessLayers("runtime", "sandbox")
          .whereLayer("maven-plugin")
          .mayOnlyAccessLayers("runtime", "spec", "linter", "generator", "importer", "sandbox")
          .whereLayer("cli")
          .mayOnlyAccessLayers("runtime", "spec", "linter", "generator", "importer", "sandbox");

  @ArchTest
  static final ArchRule packagesHaveNoCircles =
      slices().matching("dev.callsheet.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule runtimeDependsOnlyOnTheJdkAndJackson =
      classes()
          .that()
          .resideInAPackage("dev.callsheet.runtime..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.callsheet.runtime..",
              "java..",
              "com.sun.net.httpserver..",
              "tools.jackson..",
              "com.fasterxml.jackson.annotation..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule publicClassesShowNoInternalOnes =
      noClasses()
          .that()
          .arePublic()
          .and()
          .resideOutsideOfPackage("..internal..")
          .should(showInternalClasses());

  private static ArchCondition<JavaClass> showInternalClasses() {
    return new ArchCondition<>("show internal classes") {
      @Override
      public void check(JavaClass shown, ConditionEvents events) {
        var supertypes =
            Stream.concat(shown.getRawSuperclass().stream(), shown.getRawInterfaces().stream());
        report(shown, shown.getName(), supertypes, events);
        for (var member : shown.getMembers()) {
          var modifiers = member.getModifiers();
          if (modifiers.contains(JavaModifier.PUBLIC)
              || modifiers.contains(JavaModifier.PROTECTED)) {
            report(shown, member.getFullName(), typesOf(member), events);
          }
        }
      }

      private void report(
          JavaClass shown, String place, Stream<JavaClass> types, ConditionEvents events) {
        types
            .filter(ArchitectureTest::isInternal)
            .map(type -> place + " shows " + type.getName())
            .forEach(message -> events.add(SimpleConditionEvent.satisfied(shown, message)));
      }
    };
  }

  /** The types in the signature of a member, with their type arguments. */
  private static Stream<JavaClass> typesOf(JavaMember member) {
    if (member instanceof JavaField field) {
      return field.getType().getAllInvolvedRawTypes().stream();
    }
    var method = (JavaCodeUnit) member;
    return Stream.concat(method.getParameterTypes().stream(), Stream.of(method.getReturnType()))
        .flatMap(type -> type.getAllInvolvedRawTypes().stream());
  }

  private static boolean isInternal(JavaClass type) {
    return (type.getPackageName() + ".").matches("dev\\.callsheet\\..*\\.internal\\..*");
  }
}
