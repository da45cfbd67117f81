//! The host software that `tests/hosted` drives: what it needs, and why this machine may have to skip some of it.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::{Report, retry};
use crate::process;
use crate::tools::packages::{self, Obstacle};

/// Where Debian installs servers; not on every user's `PATH`.
const SERVERS: &str = "/usr/sbin";

/// A piece of host software with tests of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Software {
    /// Its name, for people.
    pub name: &'static str,
    /// The module in `tests/hosted` that drives it.
    pub module: &'static str,
    /// Required programs by name, and other files by full path.
    pub needs: &'static [&'static str],
    /// The Debian packages that bring them.
    pub packages: &'static [&'static str],
    /// Whether its tests need root even when everything is installed.
    pub only_as_root: bool,
}

/// Everything that is driven. A new one gets a line here and a module in `tests/hosted`.
pub const ALL: &[Software] = &[
    Software {
        name: "nginx",
        module: "nginx",
        needs: &["nginx", "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so", "openssl", "curl"],
        packages: &["nginx", "libnginx-mod-http-brotli-static", "openssl", "curl"],
        only_as_root: false,
    },
    Software {
        name: "Apache",
        module: "apache",
        needs: &["apache2", "/usr/lib/apache2/modules/mod_headers.so", "openssl", "curl"],
        packages: &["apache2", "openssl", "curl"],
        only_as_root: false,
    },
    Software {
        name: "Caddy",
        module: "caddy",
        needs: &["caddy", "openssl", "curl"],
        packages: &["caddy", "openssl", "curl"],
        only_as_root: false,
    },
    Software {
        name: "WordPress",
        module: "wordpress",
        needs: &[
            "php",
            "mariadbd",
            "mariadb",
            "mariadb-install-db",
            "/usr/share/wordpress/wp-load.php",
            "/var/lib/wordpress/wp-content/themes/twentytwentythree/style.css",
            "/var/lib/wordpress/wp-content/themes/twentytwentyone/style.css",
        ],
        packages: &[
            "wordpress",
            "wordpress-theme-twentytwentythree",
            "wordpress-theme-twentytwentyone",
            "mariadb-server",
            "php-cli",
            "php-mysql",
        ],
        only_as_root: false,
    },
    Software {
        name: "the validator of HTML",
        module: "valid",
        needs: &["java", "npm"],
        packages: &["default-jre-headless", "nodejs", "npm"],
        only_as_root: false,
    },
    Software { name: "Hugo", module: "hugo", needs: &["hugo"], packages: &["hugo"], only_as_root: false },
    Software {
        name: "React and Vue",
        module: "frameworks",
        needs: &["node", "npm"],
        packages: &["nodejs", "npm"],
        only_as_root: false,
    },
    Software {
        name: "CloudFront's functions in Node",
        module: "cloudfront",
        needs: &["node"],
        packages: &["nodejs"],
        only_as_root: false,
    },
];

impl Software {
    /// Installs what is missing, or says why that cannot be done here. Fails when an installation was tried and failed.
    fn ready(&self) -> Result<Option<String>> {
        let missing: Vec<&str> = self.needs.iter().copied().filter(|need| !is_there(need)).collect();
        let obstacle = packages::obstacle();
        match obstacle {
            Some(Obstacle::NotRoot) if self.only_as_root => return Ok(Some("needs root".to_owned())),
            Some(obstacle) if !missing.is_empty() => {
                return Ok(Some(format!("{} missing: {}", missing.join(", "), obstacle.advice(self.packages))));
            }
            None if !missing.is_empty() => packages::install(self.packages)?,
            _ => {}
        }
        Ok(None)
    }

    /// Whether a test, as libtest lists it, belongs to this software.
    fn owns(&self, test: &str) -> bool {
        test.strip_prefix(self.module).is_some_and(|rest| rest.starts_with("::"))
    }
}

/// Runs the tests on the software that this machine has or may install. Each of the others is reported as skipped, with the
/// reason and the number of its tests.
pub fn run(report: &mut Report, dist: &Path) {
    let mut skipped = Vec::new();
    report.step("host software", || {
        for software in ALL {
            skipped.extend(software.ready()?.map(|why| (software, why)));
        }
        Ok(true)
    });
    if !skipped.is_empty() {
        let tests = tests().unwrap_or_default();
        for (software, why) in &skipped {
            let count = tests.iter().filter(|test| software.owns(test)).count();
            report.skip(software.name, count, why);
        }
    }
    retry::step(report, "on real host software", || {
        let mut cargo = target();
        cargo.env("UNDERSIGNED_DIST", dist);
        for (software, _) in &skipped {
            cargo.args(["--skip", &[software.module, "::"].concat()]);
        }
        Ok(cargo)
    });
}

fn target() -> Command {
    let mut cargo = process::cargo();
    cargo.args(["test", "--quiet", "--test", "hosted", "--"]);
    cargo
}

/// The names of all tests on host software.
fn tests() -> Option<Vec<String>> {
    let list = process::glance(target().arg("--list"))?;
    Some(list.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect())
}

fn is_there(need: &str) -> bool {
    if need.starts_with('/') {
        return Path::new(need).is_file();
    }
    process::find(need).is_some() || Path::new(SERVERS).join(need).is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_belongs_to_the_module_it_is_in() {
        let [nginx, ..] = ALL else { panic!("nothing is driven") };
        for (test, expected) in
            [("nginx::serves_every_row", true), ("nginx_too::serves", false), ("caddy::like_nginx::serves", false)]
        {
            assert_eq!(nginx.owns(test), expected, "{test}");
        }
    }

    #[test]
    fn every_software_has_a_module_and_every_module_its_software() {
        let folder = crate::workspace::root().join("tests/hosted");
        let main = std::fs::read_to_string(folder.join("main.rs")).unwrap();
        for software in ALL {
            assert!(main.lines().any(|line| line == format!("mod {};", software.module)), "{}", software.module);
            assert!(!software.needs.is_empty() && !software.packages.is_empty(), "{}", software.name);
        }
    }

    #[test]
    fn files_are_looked_for_by_path_and_programs_by_name() {
        for (need, expected) in
            [("sh", true), ("/etc/passwd", true), ("/etc/nothing-here", false), ("no-such-x", false)]
        {
            assert_eq!(is_there(need), expected, "{need}");
        }
    }
}
