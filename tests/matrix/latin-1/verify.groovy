assert new File(basedir, 'build.log').text.contains('Tests run: 2, Failures: 0')

// Every generated source is ASCII.
new File(basedir, 'target/generated-sources').eachFileRecurse(groovy.io.FileType.FILES) {
  assert it.bytes.every { b -> b >= 0 }: it
}
