assert new File(basedir, 'build.log').text.contains('Tests run: 3, Failures: 0')
