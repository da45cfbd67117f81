<?php
// Does one thing in a WordPress and prints the outcome as JSON. The folder is the first argument, the task comes as JSON on
// standard input: install, theme, plugin, uninstall, option,
// transient, left (how many options have that name), post, content.
$task = json_decode( stream_get_contents( STDIN ), true );
$_SERVER['HTTP_HOST']       = parse_url( $task['home'], PHP_URL_HOST ) . ':' . parse_url( $task['home'], PHP_URL_PORT );
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
if ( 'install' === $task['do'] ) {
	define( 'WP_INSTALLING', true );
}
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

function outcome( array $task ) {
	switch ( $task['do'] ) {
		case 'install':
			wp_install( 'Example Organisation 01', 'admin', 'admin@example.org', true, '', 'password' );
			foreach ( array( 'author', 'editor' ) as $role ) {
				$id = wp_create_user( $role, 'password', $role . '@example.org' );
				( new WP_User( $id ) )->set_role( $role );
			}
			return $GLOBALS['wp_version'];
		case 'theme':
			switch_theme( $task['theme'] );
			return wp_get_theme()->get( 'Name' ) . ' ' . wp_get_theme()->get( 'Version' );
		case 'plugin':
			$failed = activate_plugin( $task['plugin'] );
			return is_wp_error( $failed ) ? $failed->get_error_message() : true;
		case 'uninstall':
			deactivate_plugins( $task['plugin'] );
			return uninstall_plugin( $task['plugin'] );
		case 'option':
			update_option( $task['name'], $task['value'] );
			return get_option( $task['name'] );
		case 'left':
			global $wpdb;
			return (int) $wpdb->get_var( $wpdb->prepare( "select count(*) from $wpdb->options where option_name like %s", '%' . $task['name'] . '%' ) );
		case 'transient':
			return get_transient( $task['name'] );
		case 'post':
			wp_set_current_user( get_user_by( 'login', $task['user'] )->ID );
			// What a role may not write is taken out, as when it is saved in the editor.
			kses_init();
			$id = wp_insert_post(
				array(
					'post_title'   => $task['title'],
					'post_status'  => 'publish',
					'post_content' => wp_slash( $task['content'] ),
				),
				true
			);
			return is_wp_error( $id ) ? $id->get_error_message() : $id;
		case 'content':
			return get_post( $task['post'] )->post_content;
	}
	return null;
}

ob_start();
$outcome = outcome( $task );
ob_end_clean();
echo json_encode( array( 'outcome' => $outcome ) );
